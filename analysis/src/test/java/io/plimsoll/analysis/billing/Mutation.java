package io.plimsoll.analysis.billing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/// One kind of damage to a file. The same random numbers do the same damage.
public enum Mutation {
    BIT_FLIPS(Mutation::flipBits), TRUNCATION(Mutation::truncate), CHUNK_DELETED(Mutation::deleteChunk),
    CHUNK_TWICE(Mutation::duplicateChunk), CHUNKS_SWAPPED(Mutation::swapChunks),
    RANDOM_BYTES(Mutation::insertRandom), NULS(Mutation::insertNuls), ENCODING(Mutation::breakEncoding),
    COLUMNS_SWAPPED(text(Mutation::swapColumns)), DELIMITERS(text(Mutation::replaceDelimiter)),
    QUOTES(text(Mutation::changeQuotes)), NEWLINES(text(Mutation::changeNewlines)),
    NUMBERS(text(Mutation::garbleNumbers)), WORDS(text(Mutation::garbleWords)), HEADER(text(Mutation::damageHeader)),
    LARGE_CELL(text(Mutation::enlargeCell));

    private static final List<String> NUMBER_GARBAGE = List.of("1e999", "-1e-999", "NaN", "Infinity", "-", "+", ".",
            "1,5", "1.234,56", "0x10", "9".repeat(19), "9".repeat(20), "9".repeat(40), "9".repeat(500),
            "0." + "0".repeat(60) + "1", "1e308", "1e400", "-0", "--1", "1e19", "9999999999999999999.9", "\u0661\u0662",
            "\u22125", " 7 ", "1_000", "2147483648", "-9223372036854775808", "18446744073709551616");
    private static final List<String> WORD_GARBAGE = List.of("", "NULL", "null", "\\N", "'; DROP TABLE charge; --",
            "=1+1", "\ud83d\udca5", "\u202e", "{", "[[[[", "}{", "\"", "\\u0000", "\\ud800", "9999-12-31T23:59:60Z",
            "0000-00-00", "2026-02-30T00:00:00Z", "-290307-12-31", "292278994-08-17T07:12:55Z", "\t", "\r",
            "\u0000", "%s%n", "../../etc/passwd", "true", "x".repeat(3000));

    private final BiFunction<byte[], Random, byte[]> damage;

    Mutation(BiFunction<byte[], Random, byte[]> damage) {
        this.damage = damage;
    }

    public byte[] damage(byte[] bytes, Random random) {
        return bytes.length < 8 ? bytes : damage.apply(bytes, random);
    }

    /// Damage that means something in bytes that are no text.
    public static List<Mutation> ofBytes() {
        return List.of(BIT_FLIPS, TRUNCATION, CHUNK_DELETED, CHUNK_TWICE, CHUNKS_SWAPPED, RANDOM_BYTES, NULS);
    }

    private static BiFunction<byte[], Random, byte[]> text(BiFunction<String, Random, String> change) {
        return (bytes, random) -> change.apply(new String(bytes, StandardCharsets.UTF_8), random)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipBits(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] truncate(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static int[] chunk(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length - 1);
        return new int[]{from, random.nextInt(from + 1, Math.min(bytes.length, from + 400) + 1)};
    }

    private static byte[] deleteChunk(byte[] bytes, Random random) {
        int[] chunk = chunk(bytes, random);
        return splice(bytes, chunk[0], chunk[1], new byte[0]);
    }

    private static byte[] duplicateChunk(byte[] bytes, Random random) {
        int[] chunk = chunk(bytes, random);
        return splice(bytes, chunk[1], chunk[1], Arrays.copyOfRange(bytes, chunk[0], chunk[1]));
    }

    private static byte[] swapChunks(byte[] bytes, Random random) {
        int[] chunk = chunk(bytes, random);
        byte[] moved = Arrays.copyOfRange(bytes, chunk[0], chunk[1]);
        byte[] rest = splice(bytes, chunk[0], chunk[1], new byte[0]);
        int at = random.nextInt(rest.length + 1);
        return splice(rest, at, at, moved);
    }

    private static byte[] insertRandom(byte[] bytes, Random random) {
        byte[] noise = new byte[random.nextInt(1, 64)];
        random.nextBytes(noise);
        int at = random.nextInt(bytes.length);
        return splice(bytes, at, at, noise);
    }

    private static byte[] insertNuls(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return splice(bytes, at, at, new byte[random.nextInt(1, 20)]);
    }

    private static byte[] breakEncoding(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 3 -> splice(bytes, 0, 0, new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            case 4 -> splice(bytes, at, at, new byte[]{(byte) 0xC0, (byte) 0xAF});
            default -> splice(bytes, at, at, new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        };
    }

    private static String swapColumns(String text, Random random) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        List<String> names = new ArrayList<>(List.of(text.substring(0, end).split(",", -1)));
        int a = random.nextInt(names.size());
        int b = random.nextInt(names.size());
        switch (random.nextInt(4)) {
            case 0 -> names.set(a, names.get(b));
            case 1 -> names.remove(a);
            case 2 -> Collections.shuffle(names, random);
            default -> Collections.swap(names, a, b);
        }
        return String.join(",", names) + text.substring(end);
    }

    private static String replaceDelimiter(String text, Random random) {
        String other = List.of(";", "\t", "|", ", ", ",,", "\uff0c").get(random.nextInt(6));
        return random.nextBoolean() ? text.replace(",", other) : some(text, ",", other, random);
    }

    private static String changeQuotes(String text, Random random) {
        String other = List.of("", "'", "\"\"", "\"", "\u201c", "\\\"").get(random.nextInt(6));
        return switch (random.nextInt(3)) {
            case 0 -> text.replace("\"", other);
            case 1 -> some(text, "\"", other, random);
            default -> some(text, ",", ",\"", random);
        };
    }

    private static String changeNewlines(String text, Random random) {
        String other = List.of("\r", "\r\n", "\n\n", "", "\n\r", "\u2028").get(random.nextInt(6));
        return random.nextBoolean() ? text.replace("\n", other) : some(text, "\n", other, random);
    }

    /// Replaces one to five of the places where `part` stands.
    private static String some(String text, String part, String other, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = changed.indexOf(part, random.nextInt(changed.length() + 1));
            if (at >= 0) {
                changed.replace(at, at + part.length(), other);
            }
        }
        return changed.toString();
    }

    private static String garbleNumbers(String text, Random random) {
        return garble(text, NUMBER_GARBAGE, random, true);
    }

    private static String garbleWords(String text, Random random) {
        return garble(text, WORD_GARBAGE, random, false);
    }

    private static String garble(String text, List<String> garbage, Random random, boolean digits) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int from = random.nextInt(changed.length());
            while (from < changed.length() && Character.isDigit(changed.charAt(from)) != digits) {
                from++;
            }
            int to = from;
            while (to < changed.length() && (digits ? isNumeric(changed.charAt(to)) : isWord(changed.charAt(to)))) {
                to++;
            }
            changed.replace(from, to, garbage.get(random.nextInt(garbage.size())));
        }
        return changed.toString();
    }

    private static boolean isNumeric(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == ':' || c == ' ';
    }

    private static String damageHeader(String text, Random random) {
        int end = text.indexOf('\n') + 1;
        String header = text.substring(0, end);
        String rest = text.substring(end);
        return switch (random.nextInt(7)) {
            case 0 -> rest;
            case 1 -> header + header + rest;
            case 2 -> header.toUpperCase(java.util.Locale.ROOT) + rest;
            case 3 -> garble(header, WORD_GARBAGE, random, false) + rest;
            case 4 -> header.replaceFirst("\n", ",x_\"a\"\"'; DROP TABLE charge; --\"\n") + rest;
            case 5 -> ",".repeat(random.nextInt(1, 2100)) + header + rest;
            default -> "# made by an exporter\n\n" + text;
        };
    }

    private static String enlargeCell(String text, Random random) {
        int at = text.indexOf(',', random.nextInt(text.length()));
        String large = List.of("x", "9", "\"\"", "{\"a\":", "\n", "é").get(random.nextInt(6))
                .repeat(random.nextInt(1, 60_000));
        return at < 0 ? text + large : text.substring(0, at) + large + text.substring(at);
    }
}
