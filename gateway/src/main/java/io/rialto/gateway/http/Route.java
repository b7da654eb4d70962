package io.rialto.gateway.http;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One line of the route table.
 *
 * @param path with {@code {parts}}
 * @param scope what the key must have; empty for a route that is open to all
 * @param kind decides whether feeds are awaited before the handler runs
 * @param parameters query parameters that it knows; any other is refused
 * @param told what the documents say of it, and what it asks beyond credentials
 */
public record Route(
        String method,
        String path,
        Optional<Scope> scope,
        Kind kind,
        List<String> parameters,
        Handler handler,
        Told told) {

    /** What a route does to the venue. */
    public enum Kind {
        /** About the process and its people; history is neither asked nor changed. */
        STATUS,
        /** Asks one query; the feeds are awaited first. */
        READ,
        /** Sends a command. */
        WRITE
    }

    /**
     * What else there is to a route, beside what its line in the table says already: for the documents, and for the doorway.
     * Filled in while the table is.
     */
    public static final class Told {
        private String summary = "";
        private List<Fields> bodies = List.of();
        private Optional<Type> answer = Optional.empty();
        private int status = 200;
        private String contentType = "application/json";
        private Optional<String> otherType = Optional.empty();
        private boolean asksSecondFactor;
        private boolean takesTwo;
        private boolean leavesTrace;
        private boolean stopsHarm;
        private final List<Field> parameters = new ArrayList<>();

        /** One line for people. */
        public Told says(String line) {
            summary = line;
            return this;
        }

        /** Its body, or each kind of it. */
        public Told takes(Fields... kinds) {
            bodies = List.of(kinds);
            return this;
        }

        /** What a query parameter may be, beyond a text. */
        public Told with(Field... described) {
            parameters.addAll(List.of(described));
            return this;
        }

        /** What becomes JSON when all is well. @param of what it holds, where its class leaves that open */
        public Told answers(int whenWell, Class<?> record, Class<?>... of) {
            status = whenWell;
            answer = Optional.of(of.length == 0 ? record : new TypeOf(record, List.of(of)));
            return this;
        }

        /** A text of another kind. */
        public Told answersText(String type) {
            contentType = type;
            return this;
        }

        /** Beside the JSON, a text of another kind for who asks for it. */
        public Told orText(String type) {
            otherType = Optional.of(type);
            return this;
        }

        public Optional<String> otherType() {
            return otherType;
        }

        /** So sensitive that who has a second factor shows it again, in the header {@code X-Second-Factor}. */
        public Told asksSecondFactor() {
            asksSecondFactor = true;
            return this;
        }

        /** So dangerous that another administrator has to approve it. */
        public Told takesTwo() {
            takesTwo = true;
            return this;
        }

        /** Audited, though neither an administrator's nor sensitive. */
        public Told leavesTrace() {
            leavesTrace = true;
            return this;
        }

        /** Done even where it cannot be audited: the journal names who did it, and to wait would be worse. */
        public Told stopsHarm() {
            stopsHarm = true;
            return this;
        }

        public boolean isForEmergencies() {
            return stopsHarm;
        }

        public boolean isTraced() {
            return leavesTrace || takesTwo || asksSecondFactor;
        }

        public boolean isForTwo() {
            return takesTwo;
        }

        public boolean isSensitive() {
            return asksSecondFactor;
        }

        public String summary() {
            return summary;
        }

        public List<Fields> bodies() {
            return bodies;
        }

        public Optional<Type> answer() {
            return answer;
        }

        public int status() {
            return status;
        }

        public String contentType() {
            return contentType;
        }

        public List<Field> parameters() {
            return List.copyOf(parameters);
        }
    }

    /** A generic record with what it holds. */
    public record TypeOf(Class<?> record, List<Class<?>> of) implements Type {}

    /** Remembers who asked for what, and what became of it. */
    public interface Trail {
        /** Nothing is remembered. */
        Trail NONE = (route, call) -> Trace.NONE;

        Trace of(Route route, Call call);
    }

    /** One request on the trail. */
    public interface Trace {
        Trace NONE = new Trace() {
            @Override
            public void begin() {}

            @Override
            public Answer end(Answer answer) {
                return answer;
            }
        };

        /**
         * Before anything is done.
         *
         * @throws io.rialto.gateway.problem.Problem when it cannot be remembered: then nothing may be done
         */
        void begin();

        /** What it is answered with; another answer when what must be remembered could not be. */
        Answer end(Answer answer);
    }

    /** What a request that takes two has to pass. */
    public interface Gate {
        /** Nothing is ever stopped. */
        Gate OPEN = (call, method, path, body) -> Optional.empty();

        /** The answer instead of its own; empty when it may pass. */
        Optional<Answer> stop(Call call, String method, String path, byte[] body);
    }

    /** Checks the shape, sends one command or asks one query, answers. */
    public interface Handler {
        CompletionStage<Answer> answer(Call call);
    }
}
