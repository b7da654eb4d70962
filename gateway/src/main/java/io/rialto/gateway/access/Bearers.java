package io.rialto.gateway.access;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;

/** People at the door: those who bear a token, beside the programs that sign. Thread-safe; refuses by {@link Problem}s. */
public interface Bearers {
    /** A door for programs alone. */
    Bearers NONE = new Bearers() {
        @Override
        public Caller caller(String token) {
            throw Problem.at(Authenticator.AUTHORIZATION, ProblemCode.INVALID_TOKEN, "tokens are not taken here");
        }

        @Override
        public Caller again(Caller caller) {
            return caller;
        }

        @Override
        public void confirm(Caller caller, String code, String address) {
            throw Problem.at(
                    Authenticator.SECOND_FACTOR, ProblemCode.SECOND_FACTOR_REQUIRED, "codes are not taken here");
        }
    };

    /** Whose access token it is; his session counts at this moment. */
    Caller caller(String token);

    /** The same person as he is now: refuses when his session has ended meanwhile. Programs stay what they are. */
    Caller again(Caller caller);

    /** That it is really he who asks for something sensitive: spends a code of his second factor, if he has one. */
    void confirm(Caller caller, String code, String address);
}
