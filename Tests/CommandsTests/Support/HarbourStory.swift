/// A story as a file has it, for tests that load some.
let harbour = """
  Cháy kho gỗ ở bến Sen

  Sở Cứu hỏa Bến Sen cho biết đám cháy làm ít nhất 4 người bị thương.

  Lê An (Theo AFP)
  """
