/// A parameter is declared once and becomes a form field, a command-line option and a line of JSON.
package io.plimsoll.analysis.param;
