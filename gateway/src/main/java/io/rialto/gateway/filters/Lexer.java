package io.rialto.gateway.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into its words, each with its place. Takes time in proportion to the length, whatever is in it. */
final class Lexer {
    /** Each alternative begins with another character, and none repeats what another could: nothing is tried twice. */
    private static final Pattern TOKEN = Pattern.compile("(?<space> +)|(?<bracket>[()])|(?<sign>[<>!]=|[<>=])"
            + "|(?<number>-?[0-9]{1,18}+(?:\\.[0-9]{1,18}+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]{0,63}+)"
            + "|'(?<quoted>[^'\\p{Cntrl}]{0,64}+)'");

    private Lexer() {}

    /** What a word is. */
    enum Kind {
        BRACKET,
        SIGN,
        NUMBER,
        WORD,
        QUOTED,
        END
    }

    /** @param place of its first character, counted from 1 */
    record Token(Kind kind, String text, int place) {}

    static List<Token> tokens(String text, Fault fault) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) throw fault.at(at + 1, "no word, number, sign or bracket begins here");
            for (Kind kind : Kind.values()) {
                String found =
                        kind == Kind.END ? null : matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (found != null) tokens.add(new Token(kind, found, at + 1));
            }
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
        return tokens;
    }

    /** Makes the refusal of the whole expression. */
    interface Fault {
        RuntimeException at(int place, String rule);
    }
}
