#ifndef CENCODER_GELU_H
#define CENCODER_GELU_H

// Φ(x) − ½ = x · P(x²) within ±GELU_END, fitted so that x · Φ(x) is right to 8e-5 everywhere.
#define GELU_TERMS 9
#define GELU_END 4.2f
static const float gelu_terms[GELU_TERMS] = {
    0.398834856f,     -0.0662223481f,   0.00974103552f,  -0.00108647647f,  8.98378305e-05f,
    -5.28969251e-06f, 2.07253151e-07f,  -4.79580396e-09f, 4.92398757e-11f};

#endif
