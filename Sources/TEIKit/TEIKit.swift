// TEIKit
