package io.plimsoll.analysis.billing;

import java.util.Arrays;
import java.util.Locale;

/// A question to the bill that comes with Plimsoll.
///
/// @param id        short name, as the FinOps Foundation's use-case library has it in its address
/// @param topic     what it is about, such as `Invoices`
/// @param title     the question, in a sentence
/// @param focus     the first version of FOCUS that has every column it reads
/// @param lastMonth whether it asks about the last complete month unless told otherwise; if not, about everything loaded
/// @param source    address of the use case that it answers
/// @param sql       one SELECT over the table `charge`, with `$from` and `$to` for the first and the last day
public record SavedQuestion(String id, String topic, String title, String focus, boolean lastMonth, String source,
        String sql) {
    /// Whether every word of a search is in its id, topic, title or SQL.
    public boolean matches(String search) {
        String text = (id + ' ' + topic + ' ' + title + ' ' + sql).toLowerCase(Locale.ROOT);
        return Arrays.stream(search.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }
}
