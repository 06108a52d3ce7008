package io.plimsoll.analysis.manifest;

/// What to do with a value that an anchor shares between several places of a document.
public enum Sharing {
    /// Refuse with ALIAS, whose sentence names the places.
    REFUSE,
    /// Write the key beside the merge key (`<<`) that brings the value, which then counts here alone. A value that is an alias itself
    /// stays refused, and so does a part of a merged mapping: merging is shallow, so the rest would be lost.
    OVERRIDE,
    /// Change the value at its anchor, for all places that use it.
    ANCHOR
}
