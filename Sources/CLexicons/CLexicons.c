#include "CLexicons.h"

#include <string.h>

// clang takes #embed in older C as well, and says each time that it is an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

// C23 #embed: adding a word needs an edit of its file alone. One entry a file, here and below.
static const unsigned char abbreviations[] = {
#embed "lexicons/abbreviations.tsv"
};
static const unsigned char agencies[] = {
#embed "lexicons/agencies.tsv"
};
static const unsigned char attribution_en_model[] = {
#embed "lexicons/attribution-en.model"
};
static const unsigned char attribution_en[] = {
#embed "lexicons/attribution-en.tsv"
};
static const unsigned char attribution_vi_model[] = {
#embed "lexicons/attribution-vi.model"
};
static const unsigned char attribution_vi[] = {
#embed "lexicons/attribution-vi.tsv"
};
static const unsigned char audit_rules[] = {
#embed "lexicons/audit-rules.tsv"
};
static const unsigned char body_words[] = {
#embed "lexicons/body-words.tsv"
};
static const unsigned char byline_words[] = {
#embed "lexicons/byline-words.tsv"
};
static const unsigned char calendar[] = {
#embed "lexicons/calendar.tsv"
};
static const unsigned char chain_words[] = {
#embed "lexicons/chain-words.tsv"
};
static const unsigned char clause_words[] = {
#embed "lexicons/clause-words.tsv"
};
static const unsigned char command_names[] = {
#embed "lexicons/command-names.tsv"
};
static const unsigned char comparators[] = {
#embed "lexicons/comparators.tsv"
};
static const unsigned char credit_words[] = {
#embed "lexicons/credit-words.tsv"
};
static const unsigned char dateline_words[] = {
#embed "lexicons/dateline-words.tsv"
};
static const unsigned char deep_en[] = {
#embed "lexicons/deep-en.tsv"
};
static const unsigned char en_cues[] = {
#embed "lexicons/en-cues.tsv"
};
static const unsigned char en_grammar[] = {
#embed "lexicons/en-grammar.tsv"
};
static const unsigned char family_names[] = {
#embed "lexicons/family-names.tsv"
};
static const unsigned char feed_dates[] = {
#embed "lexicons/feed-dates.tsv"
};
static const unsigned char field_names[] = {
#embed "lexicons/field-names.tsv"
};
static const unsigned char figure_kinds[] = {
#embed "lexicons/figure-kinds.tsv"
};
static const unsigned char figure_labels[] = {
#embed "lexicons/figure-labels.tsv"
};
static const unsigned char figure_measures[] = {
#embed "lexicons/figure-measures.tsv"
};
static const unsigned char figure_numbers[] = {
#embed "lexicons/figure-numbers.tsv"
};
static const unsigned char figure_parts[] = {
#embed "lexicons/figure-parts.tsv"
};
static const unsigned char figure_places[] = {
#embed "lexicons/figure-places.tsv"
};
static const unsigned char figure_times[] = {
#embed "lexicons/figure-times.tsv"
};
static const unsigned char figure_words[] = {
#embed "lexicons/figure-words.tsv"
};
static const unsigned char given_names[] = {
#embed "lexicons/given-names.tsv"
};
static const unsigned char label_words[] = {
#embed "lexicons/label-words.tsv"
};
static const unsigned char language_words[] = {
#embed "lexicons/language-words.tsv"
};
static const unsigned char latin_letters[] = {
#embed "lexicons/latin-letters.tsv"
};
static const unsigned char leaders[] = {
#embed "lexicons/leaders.tsv"
};
static const unsigned char mail_words[] = {
#embed "lexicons/mail-words.tsv"
};
static const unsigned char markup_elements[] = {
#embed "lexicons/markup-elements.tsv"
};
static const unsigned char memory_words[] = {
#embed "lexicons/memory-words.tsv"
};
static const unsigned char named_characters[] = {
#embed "lexicons/named-characters.tsv"
};
static const unsigned char newsml_g2_elements[] = {
#embed "lexicons/newsml-g2-elements.tsv"
};
static const unsigned char ninjs_members[] = {
#embed "lexicons/ninjs-members.tsv"
};
static const unsigned char notice_words[] = {
#embed "lexicons/notice-words.tsv"
};
static const unsigned char number_contexts[] = {
#embed "lexicons/number-contexts.tsv"
};
static const unsigned char number_words[] = {
#embed "lexicons/number-words.tsv"
};
static const unsigned char other_files[] = {
#embed "lexicons/other-files.tsv"
};
static const unsigned char page_dates[] = {
#embed "lexicons/page-dates.tsv"
};
static const unsigned char page_labels[] = {
#embed "lexicons/page-labels.tsv"
};
static const unsigned char page_people[] = {
#embed "lexicons/page-people.tsv"
};
static const unsigned char page_roles[] = {
#embed "lexicons/page-roles.tsv"
};
static const unsigned char page_words[] = {
#embed "lexicons/page-words.tsv"
};
static const unsigned char pen_names[] = {
#embed "lexicons/pen-names.tsv"
};
static const unsigned char person_nouns[] = {
#embed "lexicons/person-nouns.tsv"
};
static const unsigned char places[] = {
#embed "lexicons/places.tsv"
};
static const unsigned char references[] = {
#embed "lexicons/references.tsv"
};
static const unsigned char registers[] = {
#embed "lexicons/registers.tsv"
};
static const unsigned char sentence_openers[] = {
#embed "lexicons/sentence-openers.tsv"
};
static const unsigned char sentence_words[] = {
#embed "lexicons/sentence-words.tsv"
};
static const unsigned char source_nouns[] = {
#embed "lexicons/source-nouns.tsv"
};
static const unsigned char speaker_confidence[] = {
#embed "lexicons/speaker-confidence.tsv"
};
static const unsigned char speaker_words[] = {
#embed "lexicons/speaker-words.tsv"
};
static const unsigned char stop_words[] = {
#embed "lexicons/stop-words.tsv"
};
static const unsigned char sheet_words[] = {
#embed "lexicons/sheet-words.tsv"
};
static const unsigned char story_columns[] = {
#embed "lexicons/story-columns.tsv"
};
static const unsigned char story_members[] = {
#embed "lexicons/story-members.tsv"
};
static const unsigned char title_weights[] = {
#embed "lexicons/title-weights.tsv"
};
static const unsigned char titles[] = {
#embed "lexicons/titles.tsv"
};
static const unsigned char towns[] = {
#embed "lexicons/towns.tsv"
};
static const unsigned char unit_names[] = {
#embed "lexicons/unit-names.tsv"
};
static const unsigned char units[] = {
#embed "lexicons/units.tsv"
};
static const unsigned char version_words[] = {
#embed "lexicons/version-words.tsv"
};
static const unsigned char vi_cues[] = {
#embed "lexicons/vi-cues.tsv"
};
static const unsigned char vi_grammar[] = {
#embed "lexicons/vi-grammar.tsv"
};
static const unsigned char worth[] = {
#embed "lexicons/worth.tsv"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const struct embedded_file files[] = {
    ENTRY("abbreviations.tsv", abbreviations),
    ENTRY("agencies.tsv", agencies),
    ENTRY("attribution-en.model", attribution_en_model),
    ENTRY("attribution-en.tsv", attribution_en),
    ENTRY("attribution-vi.model", attribution_vi_model),
    ENTRY("attribution-vi.tsv", attribution_vi),
    ENTRY("audit-rules.tsv", audit_rules),
    ENTRY("body-words.tsv", body_words),
    ENTRY("byline-words.tsv", byline_words),
    ENTRY("calendar.tsv", calendar),
    ENTRY("chain-words.tsv", chain_words),
    ENTRY("clause-words.tsv", clause_words),
    ENTRY("command-names.tsv", command_names),
    ENTRY("comparators.tsv", comparators),
    ENTRY("credit-words.tsv", credit_words),
    ENTRY("dateline-words.tsv", dateline_words),
    ENTRY("deep-en.tsv", deep_en),
    ENTRY("en-cues.tsv", en_cues),
    ENTRY("en-grammar.tsv", en_grammar),
    ENTRY("family-names.tsv", family_names),
    ENTRY("feed-dates.tsv", feed_dates),
    ENTRY("field-names.tsv", field_names),
    ENTRY("figure-kinds.tsv", figure_kinds),
    ENTRY("figure-labels.tsv", figure_labels),
    ENTRY("figure-measures.tsv", figure_measures),
    ENTRY("figure-numbers.tsv", figure_numbers),
    ENTRY("figure-parts.tsv", figure_parts),
    ENTRY("figure-places.tsv", figure_places),
    ENTRY("figure-times.tsv", figure_times),
    ENTRY("figure-words.tsv", figure_words),
    ENTRY("given-names.tsv", given_names),
    ENTRY("label-words.tsv", label_words),
    ENTRY("language-words.tsv", language_words),
    ENTRY("latin-letters.tsv", latin_letters),
    ENTRY("leaders.tsv", leaders),
    ENTRY("mail-words.tsv", mail_words),
    ENTRY("markup-elements.tsv", markup_elements),
    ENTRY("memory-words.tsv", memory_words),
    ENTRY("named-characters.tsv", named_characters),
    ENTRY("newsml-g2-elements.tsv", newsml_g2_elements),
    ENTRY("ninjs-members.tsv", ninjs_members),
    ENTRY("notice-words.tsv", notice_words),
    ENTRY("number-contexts.tsv", number_contexts),
    ENTRY("number-words.tsv", number_words),
    ENTRY("other-files.tsv", other_files),
    ENTRY("page-dates.tsv", page_dates),
    ENTRY("page-labels.tsv", page_labels),
    ENTRY("page-people.tsv", page_people),
    ENTRY("page-roles.tsv", page_roles),
    ENTRY("page-words.tsv", page_words),
    ENTRY("pen-names.tsv", pen_names),
    ENTRY("person-nouns.tsv", person_nouns),
    ENTRY("places.tsv", places),
    ENTRY("references.tsv", references),
    ENTRY("registers.tsv", registers),
    ENTRY("sentence-openers.tsv", sentence_openers),
    ENTRY("sentence-words.tsv", sentence_words),
    ENTRY("sheet-words.tsv", sheet_words),
    ENTRY("source-nouns.tsv", source_nouns),
    ENTRY("speaker-confidence.tsv", speaker_confidence),
    ENTRY("speaker-words.tsv", speaker_words),
    ENTRY("stop-words.tsv", stop_words),
    ENTRY("story-columns.tsv", story_columns),
    ENTRY("story-members.tsv", story_members),
    ENTRY("title-weights.tsv", title_weights),
    ENTRY("titles.tsv", titles),
    ENTRY("towns.tsv", towns),
    ENTRY("unit-names.tsv", unit_names),
    ENTRY("units.tsv", units),
    ENTRY("version-words.tsv", version_words),
    ENTRY("vi-cues.tsv", vi_cues),
    ENTRY("vi-grammar.tsv", vi_grammar),
    ENTRY("worth.tsv", worth),
};

const struct embedded_file *embedded_file_named(const char *name) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    if (strcmp(files[i].name, name) == 0) return &files[i];
  return NULL;
}

const struct embedded_file *embedded_file_at(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
