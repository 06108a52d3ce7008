/// How `fetch` and `push` run the user's own Git: what of a clone's configuration would make that unsafe, and the process.
package io.plimsoll.analysis.repository.network;
