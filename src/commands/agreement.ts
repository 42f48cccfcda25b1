import { Command } from 'commander';
import { agreementCheck } from './agreement-check.js';
import { agreementNew } from './agreement-new.js';
import type { Setting } from './setting.js';

/** `etapp agreement`: writing one. */
export const agreementVerb = (setting: Setting): Command =>
  new Command('agreement')
    .helpCommand(false)
    .description(setting.say('skriva en överenskommelse', 'write an agreement'))
    .addCommand(agreementNew(setting))
    .addCommand(agreementCheck(setting));
