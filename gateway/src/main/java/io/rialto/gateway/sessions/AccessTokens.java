package io.rialto.gateway.sessions;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Short-lived tokens that say which person asks in which session: JWT by HMAC-SHA256 under a key that follows from the venue's
 * master key, and by nothing else, whatever a token's own header says.
 *
 * <p>Thread-safe. That a token is good does not make its session count: {@link SignIn} asks for that each time.
 */
final class AccessTokens {
    private static final String ISSUER = "rialto";
    private static final String SESSION = "sid";
    private static final String TYPE = "at+jwt";

    private final Algorithm algorithm;
    private final Duration life;
    private final Clock clock;
    private final JWTVerifier verifier;

    /** What a good token claims. */
    record Claims(int person, String session) {}

    AccessTokens(Sealing sealing, Duration life, Clock clock) {
        this.algorithm = Algorithm.HMAC256(sealing.derive("access tokens".getBytes(StandardCharsets.US_ASCII)));
        this.life = life;
        this.clock = clock;
        JWTVerifier.BaseVerification wanted = (JWTVerifier.BaseVerification) JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(ISSUER)
                .withClaimPresence("sub")
                .withClaimPresence("exp")
                .withClaimPresence(SESSION);
        this.verifier = wanted.build(clock);
    }

    String issue(int person, String session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return JWT.create()
                .withHeader(Map.of("typ", TYPE))
                .withIssuer(ISSUER)
                .withAudience(ISSUER)
                .withSubject(Integer.toString(person))
                .withClaim(SESSION, session)
                .withIssuedAt(now)
                .withExpiresAt(now.plus(life))
                .sign(algorithm);
    }

    Claims read(String token) {
        try {
            DecodedJWT good = verifier.verify(token);
            if (TYPE.equals(good.getType())) {
                return new Claims(
                        Integer.parseInt(good.getSubject()),
                        good.getClaim(SESSION).asString());
            }
        } catch (TokenExpiredException expired) {
            throw Problem.at(Authenticator.AUTHORIZATION, ProblemCode.TOKEN_EXPIRED, "refresh it");
        } catch (JWTVerificationException | NumberFormatException bad) {
            // told like any other that is not ours
        }
        throw Problem.at(
                Authenticator.AUTHORIZATION, ProblemCode.INVALID_TOKEN, "must be an access token of this venue");
    }
}
