package io.plimsoll.app.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {
    private static final int MOST_ARGUMENTS = 10;

    @Test
    void anApostropheIsWrittenTwiceWithAndWithoutArguments() {
        assertThat(Messages.format("It''s here")).isEqualTo("It's here");
        assertThat(Messages.format("It''s in {0}", "b's")).isEqualTo("It's in b's");
    }

    /// Worked out without `MessageFormat`: a single apostrophe or brace would swallow text or throw there.
    @Test
    void everyMessageReadsAsItIsWritten() {
        Object[] arguments = IntStream.range(0, MOST_ARGUMENTS).mapToObj(i -> "<" + i + ">").toArray();
        TreeMap<String, String> wrong = new TreeMap<>();
        ResourceBundle bundle = ResourceBundle.getBundle("io.plimsoll.app.text.messages", Locale.ROOT);
        for (String key : bundle.keySet()) {
            String shown = Messages.text(key, arguments);
            String written = bundle.getString(key).replaceAll("\\{([0-9])}", "<$1>").replace("'{'", "{").replace("'}'",
                    "}");
            if (!shown.equals(written.replace("''", "'")) || shown.contains("''")) {
                wrong.put(key, shown);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNameThatNoLineHasStaysAsItIs() {
        assertThat(Messages.textOr("no.such.key", "parquet-x")).isEqualTo("parquet-x");
    }
}
