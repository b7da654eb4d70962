package io.rialto.gateway.filters;

import io.rialto.gateway.filters.Lexer.Kind;
import io.rialto.gateway.filters.Lexer.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads an expression: {@code or} binds weakest, then {@code and}, then {@code not}; a comparison is word, sign, value. */
final class Parser {
    static final int MOST_DEPTH = 8;
    static final int MOST_COMPARISONS = 32;

    private final List<Token> tokens;
    private final Map<Word, List<String>> names;
    private final Lexer.Fault fault;
    private int next;
    private int depth;
    private int comparisons;

    /** @param names of words that have a closed list; of {@link Word#PRIORITY} from the least to the most */
    Parser(List<Token> tokens, Map<Word, List<String>> names, Lexer.Fault fault) {
        this.tokens = tokens;
        this.names = names;
        this.fault = fault;
    }

    Node whole() {
        Node node = any();
        Token end = tokens.get(next);
        if (end.kind() != Kind.END) throw fault.at(end.place(), "and, or, or the end is expected here");
        return node;
    }

    private Node any() {
        List<Node> parts = new ArrayList<>();
        do parts.add(all());
        while (takes("or"));
        return parts.size() == 1 ? parts.get(0) : new Node.Any(parts);
    }

    private Node all() {
        List<Node> parts = new ArrayList<>();
        do parts.add(single());
        while (takes("and"));
        return parts.size() == 1 ? parts.get(0) : new Node.All(parts);
    }

    private Node single() {
        Token begin = tokens.get(next);
        boolean isNot = takes("not");
        boolean isBracket = !isNot && takes("(");
        if (!isNot && !isBracket) return comparison();
        if (++depth > MOST_DEPTH)
            throw fault.at(begin.place(), "at most " + MOST_DEPTH + " levels of not and brackets");
        Node inner = isNot ? new Node.Not(single()) : any();
        Token end = tokens.get(next);
        if (isBracket && !takes(")")) throw fault.at(end.place(), "a closing bracket is expected here");
        depth--;
        return inner;
    }

    private Node comparison() {
        Token name = take(Kind.WORD, "a field, not or a bracket is expected here");
        Word word = Word.of(name.text())
                .orElseThrow(() -> fault.at(name.place(), "a field is one of " + String.join(", ", Word.words())));
        if (++comparisons > MOST_COMPARISONS) {
            throw fault.at(name.place(), "at most " + MOST_COMPARISONS + " comparisons");
        }
        Token sign = take(Kind.SIGN, "one of = != < <= > >= is expected here");
        Relation relation = Relation.of(sign.text()).orElseThrow(() -> fault.at(sign.place(), "there is no such sign"));
        return word.isNumber() ? number(word, relation) : text(word, relation, sign);
    }

    private Node number(Word word, Relation relation) {
        Token value = take(Kind.NUMBER, word.word() + " is compared with a plain decimal");
        return new Node.OfNumber(word, relation, new BigDecimal(value.text()));
    }

    private Node text(Word word, Relation relation, Token sign) {
        Token value = tokens.get(next++);
        if (value.kind() != Kind.WORD && value.kind() != Kind.QUOTED) {
            throw fault.at(value.place(), word.word() + " is compared with a word, or a text in single quotes");
        }
        List<String> known = names.getOrDefault(word, List.of());
        if (!known.isEmpty() && !known.contains(value.text())) {
            throw fault.at(value.place(), word.word() + " is one of " + String.join(", ", known));
        }
        if (word == Word.PRIORITY) return new Node.OfRank(word, relation, known, known.indexOf(value.text()));
        if (relation.isOrder()) throw fault.at(sign.place(), word.word() + " is compared by = and != alone");
        return new Node.OfText(word, relation, value.text());
    }

    private Token take(Kind kind, String rule) {
        Token token = tokens.get(next);
        if (token.kind() != kind) throw fault.at(token.place(), rule);
        next++;
        return token;
    }

    private boolean takes(String text) {
        Token token = tokens.get(next);
        boolean isIt = token.text().equals(text) && (token.kind() == Kind.WORD || token.kind() == Kind.BRACKET);
        if (isIt) next++;
        return isIt;
    }
}
