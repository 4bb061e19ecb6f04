/// The context of an expression: the item, its position among its fellows, and how many they are.
package struct Focus {
  var item: Item?
  var position = 1
  var size = 1

  package init(_ item: Item?, position: Int = 1, size: Int = 1) {
    self.item = item
    self.position = position
    self.size = size
  }

  package init(node: Int32, position: Int = 1, size: Int = 1) {
    self.init(.node(node), position: position, size: size)
  }
}
