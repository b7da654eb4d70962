package io.rialto.gateway.exports;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows as RFC 4180 has them: commas, CRLF, quotes around what needs them and doubled inside.
 *
 * <p>A cell that a spreadsheet could take for a formula, because it begins with {@code = + - @}, a tab or a line break and is no plain
 * number, has an apostrophe put before it, which spreadsheets show as the text that follows.
 */
final class Csv {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final String FORMULA = "=+-@\t\r\n";
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

    private Csv() {}

    /** One line with its end; what is not known is empty. */
    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) line.append(',');
            line.append(cell(cells.get(i)));
        }
        return line.append("\r\n").toString();
    }

    static String cell(String text) {
        if (text == null || text.isEmpty()) return "";
        String harmless = isFormula(text) ? "'" + text : text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean isFormula(String text) {
        return FORMULA.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
    }
}
