import * as v from 'valibot';
import { LIMITS } from './limits.ts';

// C0/C1 controls and the bidirectional overrides: a pack could use them to make a name look like another one.
// oxlint-disable-next-line no-control-regex
const CONTROL_OR_BIDI_OVERRIDE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text of one line or paragraph shown as text: 1 to `maxLength` UTF-16 code units, well formed, no control characters. */
export const textOf = (maxLength: number) =>
  v.pipe(
    v.string('must be text'),
    v.check((text) => text.trim().length > 0, 'must not be empty'),
    v.maxLength(maxLength, `must be at most ${maxLength} characters`),
    v.check(
      (text) => !CONTROL_OR_BIDI_OVERRIDE.test(text),
      'must not contain control or direction-override characters',
    ),
    v.check((text) => !LONE_SURROGATE.test(text), 'must be well-formed Unicode'),
  );

/** A stable record id: lower-case letters, digits and hyphens. */
export const idSchema = v.pipe(
  v.string('must be text'),
  v.maxLength(LIMITS.idLength, `must be at most ${LIMITS.idLength} characters`),
  v.regex(
    /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be lower-case letters, digits and single hyphens, such as "state-council"',
  ),
);

/** An id, or one within a named pack: `pack/id`. */
export const sameAsSchema = v.pipe(
  v.string('must be text'),
  v.maxLength(2 * LIMITS.idLength + 1, `must be at most ${2 * LIMITS.idLength + 1} characters`),
  v.regex(
    /^(?:[a-z0-9]+(?:[-._][a-z0-9]+)*\/)?[a-z0-9]+(?:[-._][a-z0-9]+)*$/,
    'must be an id, such as "huawei", or one of a certain pack, such as "china-ai/huawei"',
  ),
);

/** An address that may become a link. Anything but https is refused: `javascript:` and `data:` never get that far. */
export const httpsUrlSchema = v.pipe(
  v.string('must be text'),
  v.maxLength(LIMITS.urlLength, `must be at most ${LIMITS.urlLength} characters`),
  v.regex(/^https:\/\/[^\s/@\\]+(?:[/?#]\S*)?$/i, 'must be an https:// address without user name'),
);

/** A printed address: kept as the source gives it; only https ones are ever shown as links. */
export const printedUrlSchema = v.pipe(
  v.string('must be text'),
  v.maxLength(LIMITS.urlLength, `must be at most ${LIMITS.urlLength} characters`),
  v.regex(/^https?:\/\/[^\s/@\\]+(?:[/?#]\S*)?$/i, 'must be an http:// or https:// address'),
);

const DAY = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const DATE = new RegExp(String.raw`^(?:${DAY}|\d{3}X|${DAY}/(?:${DAY}|\.\.)|\.\./${DAY})$`);

/**
 * A date as precise as it is known, after EDTF (ISO 8601-2): `2018`, `2018-05`, `2018-05-30`, a decade `198X`,
 * an interval `1950/1969`, or one open at an end, `2018/..`.
 */
export const looseDateSchema = v.pipe(
  v.string('must be text'),
  v.regex(DATE, 'must be a date such as 2018, 2018-05, 2018-05-30, 198X or 1950/1969'),
);

/** BCP 47 language tag, checked for shape only. */
export const languageSchema = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/, 'must be a language tag such as "en" or "zh-Hans"'),
);
