@testable import Schematron
