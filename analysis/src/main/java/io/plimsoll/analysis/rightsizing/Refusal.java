package io.plimsoll.analysis.rightsizing;

/// Why an advice is refused or doubted. The names are stable: scripts and the ledger carry them; `docs/rightsizing.md` says what to do.
public enum Refusal {
    /// No sample of CPU nor memory.
    NO_DATA,
    /// Only one sample.
    SINGLE_SAMPLE,
    /// An autoscaler sets this number; changing it moves the point at which it scales.
    OWNER_IS_AUTOSCALER,
    /// A limit lies below its request, which Kubernetes does not accept.
    LIMIT_BELOW_REQUEST,
    /// Too few days.
    TOO_SHORT,
    /// Too few runs of a job.
    FEW_RUNS,
    /// Much of the time nothing was measured.
    GAPS,
    /// A container was killed for want of memory in the data.
    OOM_SEEN,
    /// Use sits at the present CPU limit: what was wanted above it can't be seen.
    CAPPED_BY_LIMIT,
    /// Replayed on the held-back part, the proposal does not keep to the stated risk.
    RISK_NOT_MET,
    /// Someone wrote beside the value in the manifest why it is as it is.
    MANIFEST_COMMENT,
    /// Use shifted to another level in the last days, or Git has had this size for a few days only.
    RECENTLY_CHANGED,
    /// No whole week was seen: a weekly peak may be missing.
    NO_PEAK_SEEN,
    /// Samples had to be dropped.
    DIRTY_DATA,
    /// The held-back part asked for more than the training part; the proposal was raised after the replay.
    RAISED_AFTER_REPLAY,
    /// Its highest CPU is used only while a pod starts: a smaller request makes the start longer.
    START_UP_BOUND,
    /// An init container asks for as much as all that run later: a smaller request frees nothing.
    INIT_BOUND,
    /// Side-cars ask for most of what the pod does.
    SIDE_CAR_BOUND,
    /// Memory can't shrink, and memory is most of the cost.
    MEMORY_BOUND,
    /// The Java heap that is set does not fit the memory that is set.
    HEAP_BOUND,
    /// What a Java process takes beside its heap was not measured.
    OFF_HEAP_UNKNOWN,
    /// Each replica holds a GPU, which decides the node: less CPU or memory frees nothing.
    GPU_BOUND,
    /// The learned forecast expects the size to be exceeded tomorrow.
    BREACH_LIKELY,
    /// The number of replicas would change: how memory follows load is assumed, not seen.
    REPLICAS_CHANGED,
    /// Nothing is requested today, so there is no saving to compare with.
    NO_REQUEST,
    /// Memory of a machine was not measured, so no type with less is proposed.
    MEMORY_NOT_MEASURED,
    /// Only means over long intervals were exported, which hide peaks.
    MEANS_ONLY,
    /// The type runs at full speed only while it has credits.
    BURST_CREDITS,
    /// Software must be built for another instruction set.
    OTHER_ARCHITECTURE,
    /// The type lacks something that the present one has.
    TYPE_LOSES,
    /// The type takes other disks or images than the present one.
    NEW_DISKS,
    /// The type is of an older generation.
    OLDER_GENERATION,
    /// Prices are of another region or system; the saving is an estimate.
    PRICE_ESTIMATED,
    /// Spot capacity for a workload that keeps state: its data or its quorum goes with the node.
    SPOT_STATEFUL,
    /// All replicas on spot capacity may go at once.
    SPOT_ALL
}
