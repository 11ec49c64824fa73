/// The file of the sample session, to the letter.
enum SampleFile {
  /// The line that holds `words` first.
  static func line(of words: String) -> Int? {
    guard let range = text.firstRange(of: words) else { return nil }
    return 1 + text[..<range.lowerBound].count { $0 == "\n" }
  }

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
      "end": {
        "hash": "e0ee754056848d12df54d5579c82a1cca4d5aa64a8fe15859062cabf3cb79495",
        "head": "ac9afdb6d40fe5a46a39cf078b2fe1136f51d832e9cad4d3dc3a6ec81ecabe3e",
        "operations": 6
      },
      "format": "theo-session",
      "operations": [
        {
          "action": "load",
          "articles": ["a1"],
          "digest": "177364de5c1ac57a0aa59649fba33df35fa8aea018428c12b042503928d3d68c",
          "hash": "b884fbf28e82b72cd4a16fb336fc584ba7b2ed080df4c7bc12b46acfcf34c205",
          "number": 1,
          "resolved": [
            {
              "name": "AFP",
              "source": {"aliases": ["Agence France-Presse"], "country": "FR", "kind": "agency", "name": "AFP"}
            }
          ],
          "time": "2024-01-05T09:00:00Z",
          "user": "an"
        },
        {
          "action": "annotate",
          "claims": ["c1"],
          "credibility": 3,
          "digest": "1cd3947e7f04e8ec833e119b9341540fda191426872ab54117068d02a2a0a4be",
          "evidence": ["https://example.org/1"],
          "hash": "97586e083b9080ac09683523919d10799804feeabe60f2f76b7b798f2a820302",
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
          "hash": "34a24108c460d39a051ecd22855b051223409db347cae02c8845861756bd14f1",
          "number": 3,
          "resolved": [
            {
              "name": "reuters",
              "source": {"country": "GB", "kind": "agency", "name": "Reuters"}
            }
          ],
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
          "hash": "794e978b87af80121c2eb0f47530639a512d857c7d173dfa01836f33ab555884",
          "id": "c3",
          "number": 4,
          "time": "2024-01-05T09:03:00Z",
          "user": "an"
        },
        {
          "action": "annotate-source",
          "digest": "5da0e8084795866c227e3f18c64a744e62b9fab6f730ae5a443442029052d61f",
          "hash": "3249ad2230861dd23f5fb742b63689047469c68f1334e354ade217e0d94f11a8",
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
          "hash": "ac9afdb6d40fe5a46a39cf078b2fe1136f51d832e9cad4d3dc3a6ec81ecabe3e",
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
      "version": 3
    }

    """#
}
