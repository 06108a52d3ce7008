/// The commit message: subject, table, trailers, and reading the trailers back.
package io.plimsoll.analysis.change.message;
