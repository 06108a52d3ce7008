package io.plimsoll.analysis.manifest;

/// One value of a manifest that costs or saves money.
///
/// @param file      as it was given
/// @param document  counted from 0
/// @param path      to the value, as `ManifestEditor` takes it
/// @param kind      of the object, as `Deployment`; `HelmValues` for a values file
/// @param namespace of the object as written; empty if it is not
/// @param name      of the object; empty for a values file
/// @param container of the pod template, or the component of the object (`driver`, `taskManager`, a node group); or empty
/// @param field     which knob it is: one of the words in `Field`
/// @param value     the author's text, decoded
/// @param unit      how the value is read and written
/// @param editable  whether `ManifestEditor` would take an edit of it as the file is now
/// @param reason    why it is not editable, starting with the refusal's code; else a warning, or empty
public record Knob(String file, int document, ManifestPath path, String kind, String namespace, String name,
        String container, String field, String value, UnitGrammar unit, boolean editable, String reason) {}
