/** Risk rules: set while the venue runs, asked of every order in their scope, and what goes beyond one is told. */
package io.rialto.engine.risk;
