import XML

/// Which of several readings of the same words is read: the corrected, regular or expanded one, the lemma, the addition;
/// else the first.
struct ChosenReading {
  private var parent: Int32 = -1
  private var chosen: Int32 = -1

  /// Whether a child of `choice`, `app` or `subst` is the one to be read. The last answer is kept for its siblings.
  mutating func isChosen(_ node: Int32, _ table: XMLNodeTable, _ names: inout TextNames) -> Bool {
    let parent = table.parents[Int(node)]
    if parent != self.parent {
      self.parent = parent
      chosen = -1
      var child = parent + 1
      while child < table.ends[Int(parent)] {
        if table.kinds[Int(child)] == .element {
          if chosen < 0 { chosen = child }
          if names[table.nodeNames[Int(child)]].feature == .preferredReading {
            chosen = child
            break
          }
        }
        child = table.kinds[Int(child)] == .attribute ? child + 1 : table.ends[Int(child)]
      }
    }
    return node == chosen
  }
}
