/// The questions of the FOCUS use-case library, each with SQL of our own in a resource file.
package io.plimsoll.analysis.billing.question;
