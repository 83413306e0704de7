import { type JoinedMemberSetup, serveJoinedMember } from './joined-member.ts';
import { type SoloSetup, serveSolo } from './solo-worker.ts';
import type { WorkerPort } from './spawned-worker.ts';
import { serveTeamMember, type TeamMemberSetup } from './team-member.ts';

/** What a worker is told first. */
type WorkerSetup = TeamMemberSetup | JoinedMemberSetup | SoloSetup;

/** Makes a thread what its first message says. */
export function serveWorker(port: WorkerPort): void {
  let setup: WorkerSetup | undefined;
  port.listen((message) => {
    if (setup !== undefined) return;
    setup = message as WorkerSetup;
    if (setup.role === 'solo') serveSolo(setup, port);
    else void serveMember(setup, port).then(() => port.close());
  });
}

function serveMember(setup: TeamMemberSetup | JoinedMemberSetup, port: WorkerPort): Promise<void> {
  return setup.role === 'joined' ? serveJoinedMember(setup, port) : serveTeamMember(setup, port);
}
