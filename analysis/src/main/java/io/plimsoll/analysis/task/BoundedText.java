package io.plimsoll.analysis.task;

/// A text that a pattern may look at only so often, so that no pattern of a user can run for ever. One match each, one thread.
public final class BoundedText implements CharSequence {
    private final String text;
    private final int most;
    private int looks;

    /// @param most characters that may be looked at
    public BoundedText(String text, int most) {
        this.text = text;
        this.most = most;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > most) {
            throw new TooSlow();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /// A pattern went back and forth too often.
    public static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super("too many steps", null, false, false);
        }
    }
}
