package io.plimsoll.analysis.telemetry;

/// What a series measures, whatever its source calls it.
public enum Measure {
    /// Processor use in cores.
    CPU_CORES("cores"),
    /// Memory that can't be taken back, the working set, in bytes.
    MEMORY_BYTES("bytes"),
    /// Share of scheduler periods in which the container was held back, 0..1.
    THROTTLED_SHARE("share"),
    /// Restarts since the sample before.
    RESTARTS("restarts"), CPU_REQUEST("cores"), CPU_LIMIT("cores"), MEMORY_REQUEST("bytes"), MEMORY_LIMIT("bytes"),
    /// Anything else; kept and charted, but no advice is built on it.
    OTHER("");

    private final String unit;

    Measure(String unit) {
        this.unit = unit;
    }

    /// The unit of every stored value, empty where the series itself says it.
    public String unit() {
        return unit;
    }
}
