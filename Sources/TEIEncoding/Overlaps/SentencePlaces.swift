import ArticleModel

/// Where sentences stand so that the mentions inline nest in them.
enum SentencePlaces {
  /// Sentences whose ends lie in no mention: what a mention goes beyond is widened to its end, and sentences that a
  /// mention joins are one. A mention tells more certainly than a stop does ("Yahoo! Inc.").
  ///
  /// - Parameter mentions: Disjoint or nested, in the order of the source, as the sentences are.
  static func fitted(_ sentences: [SourceRange], around mentions: [LinkedMention]) -> [SourceRange] {
    var fitted: [SourceRange] = []
    fitted.reserveCapacity(sentences.count)
    var next = 0
    for sentence in sentences {
      var sentence = sentence
      if let last = fitted.last, sentence.start < last.end {
        sentence = SourceRange(start: last.start, end: max(sentence.end, last.end))
        fitted.removeLast()
      }
      while next < mentions.count, mentions[next].mention.range.start < sentence.end {
        let mention = mentions[next].mention.range
        if mention.end > sentence.start {
          sentence.start = min(sentence.start, mention.start)
          sentence.end = max(sentence.end, mention.end)
        }
        next += 1
      }
      fitted.append(sentence)
    }
    return fitted
  }
}
