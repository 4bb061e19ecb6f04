import ArticleModel
import Testing

@testable import ArchivePipeline

@Suite struct EntityLabelsTests {
  @Test(
    arguments: zip(
      [
        "PER", "person", "ORG", "Organization", "GPE", "LOC", "location", "FAC", "NORP", "EVENT", "LAW", "PRODUCT",
        "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "TITLE", "State-or Province", "country",
      ],
      [
        MentionType.person, .person, .organisation, .organisation, .settlement, .region, .region, .facility, .demonym,
        .event, .law, .product, .date, .time, .money, .percentage, .measure, .number, .role, .region, .country,
      ])) func usualLabelsAreKnown(_ label: String, _ type: MentionType)
  {
    #expect(EntityLabels().meaning(of: label) == .type(type, isCoarse: ["GPE", "LOC", "location"].contains(label)))
  }

  @Test(arguments: MentionType.allCases) func ourOwnTypesAreLabels(_ type: MentionType) {
    // A place of no known kind takes the kind that we know.
    #expect(EntityLabels().meaning(of: type.rawValue) == .type(type, isCoarse: type == .place))
  }

  @Test(arguments: ["MISC", "WORK_OF_ART", "LANGUAGE", "ORDINAL", "B-PER", ""]) func othersAreNot(_ label: String) {
    #expect(EntityLabels().meaning(of: label) == .unknown)
  }
}
