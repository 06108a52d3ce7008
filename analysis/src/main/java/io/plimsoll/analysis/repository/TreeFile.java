package io.plimsoll.analysis.repository;

/// A file of a commit.
///
/// @param path   from the top of the work tree, with `/`
/// @param blobId 40 hexadecimal digits; equal ids mean equal bytes. For a submodule the commit it is at
/// @param kind   what stands there
public record TreeFile(String path, String blobId, Kind kind) {
    /// What a tree entry can be.
    public enum Kind {
        REGULAR, EXECUTABLE, SYMLINK, SUBMODULE;

        /// It has text of its own that can be read and edited.
        public boolean isFile() {
            return this == REGULAR || this == EXECUTABLE;
        }
    }
}
