package org.switchlab.claim;

import org.jspecify.annotations.Nullable;

/**
 * One claim of a source, as shipped in {@code datasets/claims/}.
 *
 * @param id for instance {@code CS-3}
 * @param source short name of the document
 * @param figure where in the source: {@code Fig. 3}, {@code text}
 * @param statement the claim in one sentence
 * @param published the source's number or shape in a few words, with unit
 * @param check name of the check in {@link Checks} that answers it; absent while there is none
 */
public record Claim(
    String id,
    String source,
    String figure,
    String statement,
    String published,
    @Nullable String check) {}
