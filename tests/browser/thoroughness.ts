/**
 * Whether all is tried (`npm run test:thorough`, about half an hour) or what fits into the time of `npm test`: every kind of
 * page and attack in both browsers, but not each of its variants.
 */
export const isThorough = process.env['THOROUGH'] === 'yes';
