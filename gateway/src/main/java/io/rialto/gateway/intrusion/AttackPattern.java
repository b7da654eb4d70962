package io.rialto.gateway.intrusion;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is looked for: a closed list, each with where it is described. Immutable.
 *
 * <p>In each text once, in time that grows with its length: literal words, and expressions whose repetitions give nothing back and
 * whose beginnings cannot overlap. A quote alone, two dashes alone, dots at the end of a sentence are none.
 */
enum AttackPattern {
    /** A segment of two dots climbs out of a directory. CWE-22, OWASP WSTG-ATHZ-01. */
    DOT_SEGMENT("(?:^|[/\\\\])\\.\\.(?:[/\\\\])|[/\\\\]\\.\\.$"),
    /** Dots and slashes so written that a check by letters misses them: encoded without need, twice, or too long. CWE-22, CAPEC-64. */
    HIDDEN_SEGMENT(List.of("%2e%2e", "%252e", "%252f", "%255c", "%c0%ae", "%c0%af", "%c1%9c")),
    /** What such climbing is after. OWASP WSTG-ATHZ-01. */
    SYSTEM_FILE(List.of(
            "/etc/passwd", "/etc/shadow", "/proc/self/", "/web-inf/", "/.git/", "\\windows\\", "boot.ini", "win.ini")),
    /** Ends a name early where strings end with a zero. CWE-158, CAPEC-52. */
    ZERO_BYTE(List.of("\0", "%00")),
    /** A quote, and a condition that always holds. CWE-89, CAPEC-66, OWASP WSTG-INPV-05. */
    SQL_CONDITION(
            "['\"][ )]*+(?:(?:x?or|and)(?=[ ('\"0-9])|\\|\\||&&)[ (]*+(?:['\"][^'\"]{0,32}+['\"]?+|[a-z0-9_.]++) ?+"
                    + "(?:[=<>]|like |is |between |--)|\\b(?:or|and) \\(?+[0-9]++ ?+[=<>]{1,2}+ ?+\\(?+[0-9]"),
    /** Another query's rows behind the first one's. CAPEC-66. */
    SQL_UNION("\\bunion (?:all |distinct )?+\\(?+ ?+select (?:null|[0-9*(@'\"]|[a-z0-9_.]++ ?+,|[a-z0-9_.]++ from )"),
    /** A statement behind the statement. CAPEC-66. */
    SQL_STATEMENT("; ?+(?:drop (?:table|database|schema|user|index|view|trigger) |delete from |insert into |truncate "
            + "|alter (?:table|user|role) |create (?:table|user|role|function|trigger) |update [a-z0-9_.\"]++ set "
            + "|select [a-z0-9_.*\"]++ from |exec(?:ute)? |declare @|attach database|shutdown)"),
    /** A quote, and the rest of the statement made a comment. CAPEC-66. */
    SQL_COMMENT("['\"] ?+[);]*+ ?+(?:--|#|/\\*)"),
    /** Asks by how long the answer takes. CAPEC-7. */
    SQL_DELAY("\\b(?:pg_sleep|sleep|benchmark|randomblob) ?+\\( ?+[0-9]|\\bwaitfor delay|dbms_pipe\\."),
    /** Tables about tables, and ways out of the database. CAPEC-7, CAPEC-108. */
    SQL_CATALOG(List.of(
            "information_schema.",
            "pg_catalog.",
            "sqlite_master",
            "@@version",
            "xp_cmdshell",
            "load_file(",
            "into outfile"));

    private final List<String> words;
    private final Pattern expression;

    AttackPattern(List<String> words) {
        this.words = words;
        this.expression = null;
    }

    AttackPattern(String expression) {
        this.words = List.of();
        this.expression = Pattern.compile(expression);
    }

    /** @param text in small letters, white space and comments as one space; where that hides something, as it was too */
    boolean isIn(CharSequence text) {
        if (expression != null) return expression.matcher(text).find();
        for (String word : words) {
            if (text.toString().contains(word)) return true;
        }
        return false;
    }
}
