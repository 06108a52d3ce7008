package io.plimsoll.analysis.billing.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.analysis.store.Sql;

/// Reads the saved questions from the resources beside this class: `questions.txt` lists them in order, each is a file of its own
/// that starts with what is known of it, one `-- name: value` a line.
public final class QuestionLibrary {
    private static final Pattern HEAD = Pattern.compile("^-- (topic|title|focus|period|source): (.+)$",
            Pattern.MULTILINE);

    private QuestionLibrary() {
    }

    public static List<SavedQuestion> questions() {
        return Read.ALL;
    }

    private static SavedQuestion read(String id) {
        String sql = Sql.text(QuestionLibrary.class, id + ".sql").strip();
        Map<String, String> head = new HashMap<>();
        Matcher line = HEAD.matcher(sql);
        while (line.find()) {
            head.put(line.group(1), line.group(2));
        }
        return new SavedQuestion(id, said(id, head, "topic"), said(id, head, "title"), said(id, head, "focus"),
                said(id, head, "period").equals("last month"), said(id, head, "source"), sql);
    }

    private static String said(String id, Map<String, String> head, String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalStateException(id + ".sql does not say its " + name);
        }
        return value;
    }

    /// Read when first asked for, once.
    private static final class Read {
        static final List<SavedQuestion> ALL = Sql.text(QuestionLibrary.class, "questions.txt").lines()
                .map(QuestionLibrary::read).toList();
    }
}
