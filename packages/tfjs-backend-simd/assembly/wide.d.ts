/** Whether this build is for engines that join neighbouring vectors to 256 bits: `--use WIDE=1` of the compiler. */
declare const WIDE: bool;
