// What tasks write to, and how they would write if nobody ever had to wait: the baseline.

// To which some bytes at a time can be sent, as to a socket that does not block.
export class Connection {
  sentBytes = 0;

  constructor(sendBytes) {
    this.sendBytes = sendBytes;
  }

  // Sends, and answers how many bytes.
  sendSome(leftBytes) {
    const bytes = Math.min(leftBytes, this.sendBytes);
    this.sentBytes += bytes;
    return bytes;
  }
}

function waitForNothing() {}

function writeFullyAtOnce(connection, leftBytes) {
  while (leftBytes > 0) {
    waitForNothing();
    leftBytes -= connection.sendSome(leftBytes);
  }
}

export function taskAtOnce(connection, bytes) {
  writeFullyAtOnce(connection, bytes);
}
