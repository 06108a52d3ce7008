/// How a clone is read and written: the sealed JGit, blobs and trees, branches, history.
package io.plimsoll.analysis.repository.plumbing;
