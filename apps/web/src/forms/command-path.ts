/** Where a command of a record is sent: `corrections.case`, `corrections.ReceiveSubject` → `/v1/corrections/case/<id>/receive-subject`. */
export const pathOf = (streamType: string, streamId: string, command: string): string => {
  const name = command
    .slice(command.indexOf('.') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return `/v1/${streamType.replace('.', '/')}/${streamId}/${name}`;
};
