/// The file of the sample session as version 2 of the format had it, to the letter.
enum SampleFileTwo {
  private static let story =
    #"Cháy lớn ở cảng Vân Sa\nSở Cứu hỏa Vân Sa cho biết hơn 40 người bị thương hôm 5/1. "#
    + #"Khói bốc cao.\nMinh An (Theo AFP)"#

  static let text = #"""
    {
      "articles": [
        {
          "body": [[23, 95]],
          "byline": {"agencies": ["AFP"], "author": "Minh An", "span": [96, 114]},
          "claims": [
            {
              "content": [[50, 80]],
              "context": [23, 81],
              "cue": [[41, 49]],
              "dates": [
                {"iso": "--01-05", "span": [73, 80]}
              ],
              "kind": "indirect",
              "quantities": [
                {"comparator": ">", "span": [50, 62], "unit": "người", "value": 40}
              ],
              "sentence": 1,
              "source": [[23, 40]],
              "speaker": {"kind": "government", "name": "Sở Cứu hỏa Vân Sa", \#
    "reason": "named in full, sentence 1"},
              "worth": 0.86
            },
            {"content": [[82, 94]], "context": [82, 95], "kind": "narrated", \#
    "sentence": 2, "worth": 0.1}
          ],
          "date": "2024-01-06",
          "encoding": "UTF-8",
          "id": "a1",
          "language": "vi",
          "name": "cang-van-sa.txt",
          "sha256": "cd22bdaefe8d809bb1103bc5b9478f83070e4b8663d27335a48f6b45aaf67169",
          "text": "\#(story)",
          "title": [0, 22]
        }
      ],
      "catalogue": [
        {"aliases": ["Agence France-Presse"], "country": "FR", "kind": "agency", "name": "AFP"},
        {"country": "GB", "kind": "agency", "name": "Reuters"}
      ],
      "format": "theo-session",
      "operations": [
        {
          "action": "load",
          "articles": ["a1"],
          "digest": "177364de5c1ac57a0aa59649fba33df35fa8aea018428c12b042503928d3d68c",
          "hash": "37ddeef309032502ace74d7752530a64ed55f950c841f1c476a522c74a3b7ea7",
          "number": 1,
          "time": "2024-01-05T09:00:00Z",
          "user": "an"
        },
        {
          "action": "annotate",
          "claims": ["c1"],
          "credibility": 3,
          "digest": "1cd3947e7f04e8ec833e119b9341540fda191426872ab54117068d02a2a0a4be",
          "evidence": ["https://example.org/1"],
          "hash": "179d0f9d4a290b4e51cb63ee640d22a7397755bbfd8a20484bf2d510fe1aa642",
          "note": "Tân Hoa Xã: 11",
          "number": 2,
          "tags": ["thương vong"],
          "time": "2024-01-05T09:01:00Z",
          "user": "an",
          "verdict": "half-true"
        },
        {
          "action": "attribute",
          "claims": ["c2"],
          "digest": "1fd9cbea1873f717d8513befa376c339102d9fe83ab728897358d3f34876b699",
          "hash": "97def774990c8eb35666fee5ee338a82989e77bdfcf7385f72a61ef58924b905",
          "number": 3,
          "role": "reported-by",
          "sources": ["reuters"],
          "time": "2024-01-05T09:02:00Z",
          "user": "an"
        },
        {
          "action": "add-claim",
          "article": "a1",
          "claim": {
            "content": [[0, 8]],
            "context": [0, 4],
            "kind": "narrated",
            "reasons": [
              {"subject": "claim", "words": "given by hand"}
            ],
            "sentence": 0,
            "worth": 0.5
          },
          "digest": "9275f63d3492baa239150abe6b4103517d4119e57cecc2b312e523dd2d1762ca",
          "hash": "620922d9aeaf97758127b491b2a506da6053420200d57759f9bd9b6ee0b5dd6c",
          "id": "c3",
          "number": 4,
          "time": "2024-01-05T09:03:00Z",
          "user": "an"
        },
        {
          "action": "annotate-source",
          "digest": "5da0e8084795866c227e3f18c64a744e62b9fab6f730ae5a443442029052d61f",
          "hash": "66f59d4dcd5fad1148683d294e296261a18e082564dce9d6747074e508b84a76",
          "note": "by phone",
          "number": 5,
          "reliability": "B",
          "source": "AFP",
          "time": "2024-01-05T09:04:00Z",
          "user": "an"
        },
        {
          "action": "undo",
          "digest": "9275f63d3492baa239150abe6b4103517d4119e57cecc2b312e523dd2d1762ca",
          "hash": "1cca69a22d5a24ee3cc4326035e69da00a38afd7e1445022517c91be3a0f040e",
          "number": 6,
          "steps": 1,
          "time": "2024-01-05T09:05:00Z",
          "user": "an"
        }
      ],
      "state": {
        "claims": [
          {
            "article": "a1",
            "attributions": [
              {"role": "said-by", "source": "Sở Cứu hỏa Vân Sa"},
              {"role": "reported-by", "source": "AFP"}
            ],
            "credibility": 3,
            "evidence": ["https://example.org/1"],
            "id": "c1",
            "notes": ["Tân Hoa Xã: 11"],
            "origin": "extracted",
            "tags": ["thương vong"],
            "text": "hơn 40 người bị thương hôm 5/1",
            "verdict": "half-true"
          },
          {
            "article": "a1",
            "attributions": [
              {"role": "reported-by", "source": "AFP"},
              {"by": "an", "role": "reported-by", "source": "Reuters"}
            ],
            "id": "c2",
            "origin": "extracted",
            "text": "Khói bốc cao",
            "verdict": "unchecked"
          },
          {
            "article": "a1",
            "attributions": [
              {"role": "reported-by", "source": "AFP"}
            ],
            "id": "c3",
            "origin": "added by an",
            "text": "Cháy lớn",
            "verdict": "unchecked"
          }
        ],
        "digest": "9275f63d3492baa239150abe6b4103517d4119e57cecc2b312e523dd2d1762ca",
        "sources": [
          {"kind": "government", "name": "Sở Cứu hỏa Vân Sa"},
          {"aliases": ["Agence France-Presse"], "country": "FR", "kind": "agency", "name": "AFP"},
          {"country": "GB", "kind": "agency", "name": "Reuters"}
        ],
        "verdicts": {"half-true": 1, "unchecked": 2}
      },
      "theo": "1.0",
      "version": 2
    }

    """#
}
