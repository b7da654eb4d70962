/** How an instrument changes while the venue runs, and how it leaves. */
package io.rialto.engine.lifecycle;
