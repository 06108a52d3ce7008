package io.plimsoll.analysis.manifest.owner;

import java.util.Arrays;

import io.plimsoll.analysis.manifest.Edit;

/// The other choice beside editing a shared base: a patch in the overlay that deploys the field, so that no other root
/// changes.
///
/// It goes where the overlay itself writes the value already, else into a patch of that object that it has, else into `replicas`, else into a new entry of
/// `patches`. All through `ManifestEditor`, so every other byte stays. Each is tried on a copy and rendered again: it counts
/// only if the field then has the new value and nothing else in that root is different.
///
/// @param file    that is changed, in the overlay's own folder or used by it alone
/// @param content the file's new bytes; not copied
/// @param edit    that leads there; of a key, or with a new list item
/// @param how     one of `OWN_VALUE`, `PATCH_EXTENDED`, `REPLICAS`, `PATCH_ADDED`
/// @param place   where the value then stands
public record OverlayPatch(String file, byte[] content, Edit edit, String how, Origin place) {
    public static final String OWN = "OWN_VALUE";
    public static final String EXTENDED = "PATCH_EXTENDED";
    public static final String REPLICAS = "REPLICAS";
    public static final String ADDED = "PATCH_ADDED";

    @Override
    public boolean equals(Object other) {
        return other instanceof OverlayPatch that && file.equals(that.file)
                && Arrays.equals(content, that.content) && how.equals(that.how) && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return file.hashCode() * 31 + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return how + " " + place;
    }
}
