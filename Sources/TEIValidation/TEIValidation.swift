// TEIValidation
