package io.plimsoll.analysis.change;

/// What a size is made of.
public enum SizePart {
    CPU_REQUEST("CPU request"), CPU_LIMIT("CPU limit"), MEMORY_REQUEST("memory request"), MEMORY_LIMIT("memory limit"),
    REPLICAS(
            "replicas");

    private final String words;

    SizePart(String words) {
        this.words = words;
    }

    /// In the middle of a sentence.
    public String words() {
        return words;
    }
}
