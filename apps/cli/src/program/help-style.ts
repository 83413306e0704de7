import { Help } from 'commander';

/** Where there are fewer columns, what an option does stands below it. */
const NARROW = 60;
const BELOW = '      ';

/** How the help of every command is laid out. */
export const helpStyle: Partial<Help> = {
  showGlobalOptions: true,
  minWidthToWrap: 16,
  subcommandTerm: (command) => command.name(),
  formatItem(term, termWidth, description, helper) {
    const width = helper.helpWidth ?? 80;
    if (width >= NARROW || description === '')
      return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
    const lines = helper.boxWrap(description, width - BELOW.length).split('\n');
    return [`  ${term}`, ...lines.map((line) => `${BELOW}${line}`)].join('\n');
  },
};
