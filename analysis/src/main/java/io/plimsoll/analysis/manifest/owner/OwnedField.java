package io.plimsoll.analysis.manifest.owner;

import java.util.List;

import io.plimsoll.analysis.manifest.ManifestPath;

/// One cost field as it is deployed.
///
/// @param root         of the deployer: a folder (`.` for the clone's top), or `Kind/namespace/name`
/// @param kind         of the rendered object
/// @param namespace    of the rendered object; empty if it has none
/// @param name         of the rendered object
/// @param container    of the pod template, or the component of the object; or empty
/// @param field        one of the words in `Field`
/// @param value        decoded text
/// @param origin       the last writer
/// @param shadowed     places which set the same value too and lose: an edit there changes nothing in this root; the next
///                     loser first
/// @param sharedBy     other roots which take a value from the very same origin, sorted
/// @param renderedPath in the rendered object
/// @param note         a remark such as `not verified: remote base`; empty if there is none
public record OwnedField(String root, String kind, String namespace, String name, String container, String field,
        String value, Origin origin, List<Origin> shadowed, List<String> sharedBy, ManifestPath renderedPath,
        String note) {
    public OwnedField {
        shadowed = List.copyOf(shadowed);
        sharedBy = List.copyOf(sharedBy);
    }

    OwnedField sharedBy(List<String> roots) {
        return new OwnedField(root, kind, namespace, name, container, field, value, origin, shadowed, roots,
                renderedPath, note);
    }

    OwnedField noted(String remark) {
        return new OwnedField(root, kind, namespace, name, container, field, value, origin, shadowed, sharedBy,
                renderedPath, remark);
    }
}
