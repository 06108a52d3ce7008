package io.plimsoll.analysis.report;

import java.util.List;

import io.plimsoll.analysis.task.UnseenText;

/// Builds one HTML page that stands alone: styles inside, no script, nothing fetched. All text is escaped.
public final class Html {
    private final StringBuilder body = new StringBuilder();

    /// Text made harmless for HTML; what a reader could not see, or is turned round by, is shown as its number.
    public static String escaped(String given) {
        String text = UnseenText.shown(given);
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    public Html title(String title, String lead) {
        body.append("<h1>").append(escaped(title)).append("</h1>\n<p class=\"lead\">").append(escaped(lead))
                .append("</p>\n");
        return this;
    }

    /// A row of figures.
    public Html tiles(List<Tile> tiles) {
        body.append("<div class=\"tiles\">\n");
        for (Tile tile : tiles) {
            body.append("<div class=\"tile\"><small>").append(escaped(tile.label())).append("</small><strong>")
                    .append(escaped(tile.value())).append("</strong><em class=\"").append(tile.tone().css).append("\">")
                    .append(escaped(tile.note())).append("</em></div>\n");
        }
        body.append("</div>\n");
        return this;
    }

    public Html section(String heading) {
        body.append("<section>\n<h2>").append(escaped(heading)).append("</h2>\n");
        return this;
    }

    public Html end() {
        body.append("</section>\n");
        return this;
    }

    public Html paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    public Html note(String text) {
        body.append("<p class=\"note\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /// A table. A title that starts with `>` sets its column to the right, as figures want.
    public Html table(List<String> titles, List<List<Cell>> rows) {
        body.append("<table>\n<tr>");
        for (String title : titles) {
            boolean number = title.startsWith(">");
            body.append(number ? "<th class=\"n\">" : "<th>").append(escaped(number ? title.substring(1) : title))
                    .append("</th>");
        }
        body.append("</tr>\n");
        for (List<Cell> row : rows) {
            body.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), titles.get(i).startsWith(">"));
            }
            body.append("</tr>\n");
        }
        body.append("</table>\n");
        return this;
    }

    private void cell(Cell cell, boolean number) {
        body.append(number ? "<td class=\"n\">" : "<td>");
        if (cell.tone() == Tone.PLAIN) {
            body.append(escaped(cell.text()));
        } else {
            body.append("<span class=\"pill ").append(cell.tone().css).append("\">").append(escaped(cell.text()))
                    .append("</span>");
        }
        body.append("</td>");
    }

    /// A unified diff, coloured by its first characters.
    public Html diff(String unified) {
        body.append("<pre>");
        unified.lines().forEach(line -> {
            String kind = line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")
                    ? "hunk"
                    : line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "";
            body.append("<span class=\"").append(kind).append("\">").append(line.isEmpty() ? " " : escaped(line))
                    .append("</span>");
        });
        body.append("</pre>\n");
        return this;
    }

    public Html preformatted(String text) {
        body.append("<pre>");
        text.lines()
                .forEach(line -> body.append("<span>").append(line.isEmpty() ? " " : escaped(line)).append("</span>"));
        body.append("</pre>\n");
        return this;
    }

    /// Markup that another class of this package made.
    Html raw(String markup) {
        body.append(markup);
        return this;
    }

    /// The whole page.
    ///
    /// @param css   the style sheet
    /// @param title for the browser's tab
    public String page(String css, String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<title>" + escaped(title) + "</title>\n<style>\n" + css + "</style>\n</head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }

    /// How a figure is to be taken.
    public enum Tone {
        PLAIN(""), GOOD("good"), WARN("warn"), BAD("bad");

        private final String css;

        Tone(String css) {
            this.css = css;
        }
    }

    /// One figure with its label and a remark.
    public record Tile(String label, String value, String note, Tone tone) {}

    /// One cell of a table.
    public record Cell(String text, Tone tone) {
        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN);
        }
    }
}
