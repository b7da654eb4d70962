package io.rialto.gateway.users;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.admin.AdminForms;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.Origin;
import io.rialto.gateway.ingress.Outcome;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Opens the account of a newcomer: by a command under a key of his own, so that what was cut off in the middle is completed when
 * he comes again, and no account is opened twice.
 */
final class Registration {
    private final Ingress ingress;
    private final KeyRing names;
    private final People people;

    Registration(Ingress ingress, KeyRing names, People people) {
        this.ingress = ingress;
        this.names = names;
        this.people = people;
    }

    /** The person with his account. */
    CompletionStage<Person> complete(Person person, UUID correlation) {
        if (person.account() > 0) return CompletableFuture.completedFuture(person);
        Origin origin = Origin.forNewcomer(person.number(), person.openingKey(), correlation);
        return ingress.submit(origin, AdminForms.account()).thenApply(outcome -> opened(person, outcome));
    }

    private Person opened(Person person, Outcome outcome) {
        KeptFrame frame = outcome.frame();
        frame.refusal().ifPresent(refusal -> {
            throw Problem.refused(refusal.reason(), refusal.operation(), outcome.sequence());
        });
        int account = AdminForms.opened(frame);
        names.nameAccount(account, person.name());
        people.giveAccount(person.number(), account);
        return people.numbered(person.number()).orElseThrow();
    }
}
