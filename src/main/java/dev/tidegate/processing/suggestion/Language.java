package dev.tidegate.processing.suggestion;

/** Whose word a synonym is. */
enum Language {
    EN("English"),
    DE("German"),
    FR("French"),
    ES("Spanish"),
    SAP("SAP"),
    STD("an EDI standard");

    final String told;

    Language(String told) {
        this.told = told;
    }
}
