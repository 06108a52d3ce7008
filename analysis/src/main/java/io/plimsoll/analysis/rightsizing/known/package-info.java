/// What is known of one state of the ledger and the clone, and kept until it changes.
package io.plimsoll.analysis.rightsizing.known;
