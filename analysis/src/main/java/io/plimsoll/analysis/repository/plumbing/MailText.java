package io.plimsoll.analysis.repository.plumbing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Text as mail carries it: encoded words in headers (RFC 2047), quoted-printable bodies (RFC 2045).
final class MailText {
    private static final int LONGEST = 76;
    private static final int BYTES_OF_A_WORD = 39;
    private static final int LONGEST_PLAIN = 900;

    private MailText() {
    }

    /// The text of a header: as it is if mail can carry that, else in encoded words on folded lines.
    static String header(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !text.contains("=?")
                && text.length() < LONGEST_PLAIN;
        if (plain) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        // A character must not be divided between two words.
        text.codePoints().forEach(point -> {
            byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            if (word.size() + bytes.length > BYTES_OF_A_WORD) {
                words.append(word(word)).append("\n ");
            }
            word.writeBytes(bytes);
        });
        return words.append(word(word)).toString();
    }

    private static String word(ByteArrayOutputStream bytes) {
        String text = java.util.Base64.getEncoder().encodeToString(bytes.toByteArray());
        bytes.reset();
        return "=?UTF-8?B?" + text + "?=";
    }

    /// A name before an address. Git takes quotes away after it has decoded the words, so they stand within them.
    static String name(String name) {
        boolean atoms = name.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_');
        return header(atoms ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    /// Whether a body must be encoded: carriage returns and a `From ` at the start of a line do not survive else.
    static boolean needsEncoding(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0 || text.startsWith("From ")
                || text.contains("\nFrom ") || text.lines().anyMatch(line -> line.length() > LONGEST_PLAIN);
    }

    static byte[] quotedPrintable(byte[] body) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < body.length; i++) {
            int c = body[i] & 0xff;
            if (c == '\n') {
                out.append('\n');
                column = 0;
                continue;
            }
            boolean lineEnds = i + 1 == body.length || body[i + 1] == '\n';
            boolean plain = c > ' ' && c < 0x7f && c != '=' && !(c == 'F' && column == 0)
                    || (c == ' ' || c == '\t') && !lineEnds;
            String text = plain ? String.valueOf((char) c) : "=%02X".formatted(c);
            if (column + text.length() >= LONGEST) {
                out.append("=\n");
                column = 0;
            }
            out.append(text);
            column += text.length();
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
